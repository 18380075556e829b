import { VaultPage } from '../pages/vault-page';
import type { Spec } from './spec';

export const checkFail: Spec = {
  name: 'check fail answers with its findings on the app’s command line',
  onDesktop: true,
  async run(driver) {
    await new VaultPage(driver).write('Engineering/Operations/Spec Broken.md', '![[No such note anywhere]]\n');
    const answer = await driver.cli('operations-lifecycle:check', {
      fail: 'true',
      scope: 'vault',
      path: 'Engineering/Operations/Spec Broken.md',
    });
    await driver.record('check-fail', answer as never);
    if (answer === null) return;
    if (!answer.text.includes('missing-note')) throw new Error(`The answer names no rule: ${answer.text}`);
  },
};
