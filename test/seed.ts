/**
 * The seed of this run's random tests; it stands in their names. A failure is run again with
 * `HUIMOU_TEST_SEED=<seed> npm test -- FILE`.
 */
export const seed = Number(process.env.HUIMOU_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
