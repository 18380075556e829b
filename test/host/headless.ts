/** `npm run -s headless` */
import { HEADLESS } from './command/headless';
import { runCommand } from './command/run-command';

await runCommand(HEADLESS);
