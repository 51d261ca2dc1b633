// The page's own script: shows each example's code below it, and lets the reader change attributes.
'use strict';

for (const example of document.querySelectorAll('[data-example]')) {
  const code = document.createElement('code');
  code.textContent = dedented(example.innerHTML);
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.setAttribute('aria-label', 'Code');
  pre.setAttribute('role', 'region');
  pre.append(code);
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.textContent = 'Copy';
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      copy.textContent = 'Copied';
    } catch {
      // Where a page may not, the reader copies what is marked.
      document.getSelection().selectAllChildren(code);
      copy.textContent = 'Marked: copy it';
    }
  });
  const box = document.createElement('div');
  box.className = 'code';
  box.append(copy, pre);
  example.after(box);
}

const steered = document.getElementById('steered');
for (const input of document.querySelectorAll('[data-sets]')) {
  input.addEventListener('change', () => steered.setAttribute(input.dataset.sets, input.value));
}
document.getElementById('play').addEventListener('click', () => {
  const { trainer } = steered;
  if (trainer?.now.status === 'running') trainer.pause();
  else trainer?.play();
});

function dedented(html) {
  const lines = html
    .replaceAll('=""', '')
    .replaceAll('&amp;', '&')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const least = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(least)).join('\n');
}
