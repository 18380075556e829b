/** What the host expects of the app over a vault, as JSON for the specs that run in it: node --import tsx test/host/print-expected.ts DIR */
import process from 'node:process';
import { expectedOf } from './expected-of';

process.stdout.write(`${JSON.stringify(await expectedOf(process.argv[2] ?? ''))}\n`);
process.exit();
