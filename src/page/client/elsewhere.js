/** Who got something while nobody looked: buttons that lead to them, above the talk of the side that decides. */

/**
 * @param {HTMLElement} line @param {(email: string) => string} labelOf @param {(email: string) => void} go
 */
export const createElsewhere = (line, labelOf, go) => {
  const unseen = new Set();

  const draw = () => {
    line.hidden = unseen.size === 0;
    const buttons = [...unseen].map((email) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = labelOf(email);
      button.addEventListener('click', () => go(email));
      return button;
    });
    line.replaceChildren('Nieuw bericht voor ', ...buttons);
  };

  return {
    /** @param {string} email */
    add: (email) => {
      if (unseen.has(email)) return;
      unseen.add(email);
      draw();
    },
    /** @param {string} email */
    seen: (email) => {
      if (unseen.delete(email)) draw();
    },
  };
};
