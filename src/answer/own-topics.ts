/** The topics that the program itself goes by: a file may change everything of them but their id. */
export const ownTopics = {
  /** Somebody is hurt, and needs no article about telephones. */
  firstAid: 'buiten-bhv',
  /** Somebody may be hurt today: urgent. */
  danger: 'incident-gevaar',
  /** Why there is a protocol, and for whom: where no article says it, its introduction does. */
  why: 'bescherming',
  scope: 'voor-wie',
  /** Where leaders have a rule of their own for doubt, it holds instead of the one for everybody (msvr: do not publish). */
  leaders: 'leidinggevende-altijd',
  /** Doubt in so many words, which may be about anything; the other kinds of doubt have their subject. */
  anyDoubt: 'twijfel',
} as const;

/** How the ids begin of topics about the bot itself. */
export const ABOUT_BOT = 'meta-bot';
