// Tokens: a light reading of TypeScript and Python, enough to colour them and to find names.

/** What a stretch of code is. */
export type TokenKind = 'keyword' | 'comment' | 'string' | 'number' | 'name' | 'plain';

/** A stretch of a line. `this.input` and `self.input` are one name; what follows another dot is none. */
export interface Token {
  kind: TokenKind;
  text: string;
}

const keywords = {
  typescript: new Set(
    (
      'abstract as async await break case catch class const continue default delete do else export ' +
      'extends false finally for function get if implements import in instanceof interface let new ' +
      'null of override private protected public readonly return set static super switch this ' +
      'throw true try type typeof undefined var void while yield'
    ).split(' '),
  ),
  python: new Set(
    (
      'False None True and as assert break class continue def del elif else except finally for ' +
      'from global if import in is lambda not or pass raise return self try while with yield'
    ).split(' '),
  ),
};

const number = String.raw`\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?`;
const quoted = String.raw`'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"`;
const patterns = {
  typescript: new RegExp(
    String.raw`(?<comment>\/\/.*|\/\*[^]*?(?:\*\/|$))|(?<string>${quoted}|\`(?:\\.|[^\`\\])*\`?)|` +
      String.raw`(?<property>\??\.\s*#?[\w$]+)|(?<number>${number})|(?<name>this\.[\w$]+|[A-Za-z_$][\w$]*)`,
    'g',
  ),
  python: new RegExp(
    String.raw`(?<comment>#.*)|(?<string>${quoted})|(?<property>\.\w+)|(?<number>${number})|` +
      String.raw`(?<name>self\.\w+|[A-Za-z_]\w*)`,
    'g',
  ),
};

/** Code, line by line, as tokens. Their texts put together give the code again. */
export function tokenize(code: string, language: 'typescript' | 'python'): Token[][] {
  const lines: Token[][] = [[]];
  const add = (kind: TokenKind, text: string) => {
    // A comment or a text may go over several lines.
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)!.push({ kind, text: part });
    });
  };
  let end = 0;
  for (const match of code.matchAll(patterns[language])) {
    add('plain', code.slice(end, match.index));
    end = match.index + match[0].length;
    const [kind] = Object.entries(match.groups!).find(([, text]) => text !== undefined)!;
    if (kind === 'property') add('plain', match[0]);
    else if (kind === 'name' && keywords[language].has(match[0])) add('keyword', match[0]);
    else add(kind as TokenKind, match[0]);
  }
  add('plain', code.slice(end));
  return lines;
}
