// The sidebar: a page's file name, 02-longer-chains, is read as its number and title.
import { addons } from 'storybook/manager-api';

addons.setConfig({
  sidebar: {
    renderLabel: ({ name, id }: { name: string; id: string }) =>
      /^(course|guides)-/.test(id) ? titleOf(name) : name,
  },
});

function titleOf(name: string): string {
  const [, number, words = name] = /^(?:0*(\d+)-)?(.*)$/.exec(name) ?? [];
  const title = (words.charAt(0).toUpperCase() + words.slice(1)).replaceAll('-', ' ');
  return number === undefined ? title : `${number}. ${title}`;
}
