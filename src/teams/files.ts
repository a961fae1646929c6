import { z } from 'zod';

const shape = z.object({ contentType: z.string(), content: z.unknown().optional() });

/** What Teams attaches by itself: the message once more as HTML, the message that is answered or passed on, a link's preview. */
const NO_FILE =
  /^(?:text\/(?:html|plain)|(?:forwardedM|m)essageReference|meetingReference|application\/vnd\.microsoft\.card\..+)$/i;
const EMOJI = /itemtype="[^"]*\/emoji"/i;

/** Whether somebody sent a picture or a file. Nothing is fetched to find out: the kinds of the attachments tell. */
export function hasFiles({ attachments }: { readonly attachments?: readonly unknown[] | null | undefined }): boolean {
  return (attachments ?? []).some((each) => {
    const { success, data } = shape.safeParse(each);
    // What cannot be read is no echo of the text.
    if (!success || !NO_FILE.test(data.contentType)) return true;
    return data.contentType.toLowerCase() === 'text/html' && hasPicture(String(data.content ?? ''));
  });
}

/** A picture pasted into the text stands in its HTML; an emoji does too. Each part is read once, however long it is. */
export function hasPicture(html: string): boolean {
  const [, ...tags] = html.split(/<img\b/i);
  return tags.some((tag) => !EMOJI.test(tag.split('>', 1)[0] ?? ''));
}
