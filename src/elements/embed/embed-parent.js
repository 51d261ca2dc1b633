// For pages that embed figures of react-pancake in iframes and may run a script of their own: sets the
// height of each iframe to that of what it shows, and hands on what happens in it as events.
//
//   <iframe data-pancake src="https://…/embed.html?type=playground&data=moons"></iframe>
//   <script src="https://…/embed-parent.js" defer></script>
//
//   iframe.addEventListener('pancake-goal', (event) => console.log(event.detail.epoch));
(() => {
  'use strict';
  const highest = 20_000;
  const frames = () => [...document.querySelectorAll('iframe[data-pancake]')];

  // What is sandboxed has no origin, and neither has a file.
  const originOf = (frame) => {
    const { src, sandbox } = frame;
    const isAlone = frame.hasAttribute('sandbox') && !sandbox.contains('allow-same-origin');
    return isAlone || src.startsWith('file:') ? 'null' : new URL(src, document.baseURI).origin;
  };

  addEventListener('message', ({ source, origin, data }) => {
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    // Only from the frames meant, and only while they show the page that was meant.
    if (!frame || origin !== originOf(frame)) return;
    if (typeof data !== 'object' || data === null || typeof data.type !== 'string') return;
    const { type, height, detail } = data;
    if (type === 'pancake-resize') {
      if (!Number.isFinite(height) || height < 0) return;
      frame.style.height = `${Math.min(Math.ceil(height), highest)}px`;
    } else if (/^pancake-[a-z]+$/.test(type)) {
      frame.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
    }
  });

  // A frame that was there before this script has told its height to nobody.
  for (const { contentWindow } of frames())
    contentWindow?.postMessage({ type: 'pancake-hello' }, '*');
})();
