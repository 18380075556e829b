/** Renews declared-api.json after an update of obsidian: node --import tsx test/host/api/write-declared-api.ts */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listDeclaredApi } from './list-declared-api';

const declarations = fileURLToPath(new URL('../../../node_modules/obsidian/obsidian.d.ts', import.meta.url));
const list = fileURLToPath(new URL('declared-api.json', import.meta.url));
writeFileSync(list, `${JSON.stringify(listDeclaredApi(declarations), null, 2)}\n`);
