/**
 * What Slack takes at most, in characters and pieces (docs.slack.dev, reference/block-kit and reference/views). The renderer
 * looks here and nowhere else. Where Slack documents nothing, the note says what the number rests on.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * All blocks of a message as JSON. Not documented: `msg_blocks_too_long` was met from about 13,200 characters on
   * (slackapi/bolt-js, issues 2509 and 2867).
   */
  messageSize: 12_000,
  /** The `text` beside blocks: longer is cut by Slack at 40,000, and notifications show a line. */
  fallback: 3_000,
  header: 150,
  section: 3_000,
  /** Not documented for rich_text; a section's limit. */
  richText: 3_000,
  fields: 10,
  field: 2_000,
  /** Not documented for a context element; a field's limit. */
  context: 2_000,
  actions: 25,
  button: 75,
  /** What of a button's words is seen: "may truncate with ~30 characters" (@slack/types), and one or two more. */
  buttonSeen: 32,
  value: 2_000,
  /** For radio buttons and checkboxes; what is longer becomes a menu. */
  fewOptions: 10,
  options: 100,
  option: 75,
  placeholder: 150,
  label: 2_000,
  input: 3_000,
  /** Title, submit and close of a modal. */
  viewTitle: 24,
  metadata: 3_000,
  id: 255,
  /** Views on top of each other. */
  stack: 3,
} as const;
