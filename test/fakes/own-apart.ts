import { type AnswersApart, createAnswersApart as createAtOnce } from '../../src/answer/apart/apart.ts';

/** The real one, whose thread begins with the first question. */
export function createAnswersApart(...given: Parameters<typeof createAtOnce>): AnswersApart {
  let made: AnswersApart | undefined;
  const real = (): AnswersApart => {
    made ??= createAtOnce(...given);
    return made;
  };
  return {
    begun: Promise.resolve(),
    ask: (...asked) => real().ask(...asked),
    search: (...sought) => real().search(...sought),
    hear: (...told) => real().hear(...told),
    prepare: (protocol) => real().prepare(protocol),
  };
}
