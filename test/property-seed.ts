// What a change broke must be told by its own tests, and by the same ones for everybody: without another wish, properties try the same cases in each run.
// `PROPERTY_SEED=random npm test` tries others, `PROPERTY_SEED=647257654 npm test` those of a run that failed; `npm run fuzz` always tries others.
import process from 'node:process';
import fc from 'fast-check';

const { PROPERTY_SEED: wish = '20260101' } = process.env;
if (wish !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wish) });
