/** `npm run install-plugin` */
import { INSTALL_PLUGIN } from './command/install-plugin';
import { runCommand } from './command/run-command';

await runCommand(INSTALL_PLUGIN);
