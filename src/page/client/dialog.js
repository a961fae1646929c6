import { draw } from './card.js';

/**
 * The one dialog, of whoever opened it. Escape, the cross and the bot can close it; the browser then gives the focus back to
 * what opened it.
 * @param {(email: string) => string | undefined} labelOf what to call who opened it
 */
export const createDialog = (labelOf) => {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('dialog'));
  const title = document.getElementById('dialog-title');
  const owner = document.getElementById('dialog-as');
  const place = document.getElementById('dialog-card');
  const close = document.getElementById('dialog-close');
  /** @type {import('./card.js').Drawn | undefined} */
  let card;
  /** @type {(() => void) | undefined} */
  let left;

  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    place.replaceChildren();
    card = undefined;
    left?.();
    left = undefined;
  });

  return {
    /**
     * @param {import('./bot.js').Screen & { title: string }} screen @param {string | undefined} as
     * @param {(what: import('./bot.js').What) => void} onWhat
     * @param {() => void} [onLeft] when somebody closes it and nothing came of it
     */
    open: (screen, as, onWhat, onLeft) => {
      if (!dialog.open) left = onLeft;
      title.textContent = screen.title;
      const label = as === undefined ? undefined : labelOf(as);
      owner.hidden = label === undefined;
      owner.textContent = label ?? '';
      card = draw(screen, onWhat);
      place.replaceChildren(card.element);
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
      card.focus();
    },
    close: () => {
      left = undefined;
      dialog.close();
    },
    isOpen: () => dialog.open,
    /** @param {{ field: string, message: string }[]} errors */
    showErrors: (errors) => card?.showErrors(errors) ?? errors,
    /** @param {string} text */
    fault: (text) => {
      const line = document.createElement('p');
      line.className = 'message fault';
      line.setAttribute('role', 'alert');
      line.textContent = text;
      place.querySelector('.fault')?.remove();
      place.prepend(line);
      dialog.scrollTop = 0;
    },
  };
};
