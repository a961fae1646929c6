import type { Meta } from './schema.ts';

/** What a school calls a pupil, one and several: "student" and "studenten". */
export type Pupil = NonNullable<Meta['pupil']>;

const usual: Pupil = { one: 'leerling', many: 'leerlingen' };
const atMbo: Pupil = { one: 'student', many: 'studenten' };

/** The protocol's own word, or else that of its sector. @param meta undefined where the protocol is gone */
export function pupilOf(meta: Pick<Meta, 'pupil' | 'sector'> | undefined): Pupil {
  return meta?.pupil ?? (meta?.sector === 'mbo' ? atMbo : usual);
}

/** A sentence of the law, which says "leerling", in the word of a school. */
export const inWordsOf = ({ one, many }: Pupil, sentence: string): string =>
  sentence.replaceAll(/\bleerling(en)?\b/g, (_, several?: string) => (several === undefined ? one : many));
