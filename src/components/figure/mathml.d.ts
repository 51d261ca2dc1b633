// React renders MathML; its types do not know it.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type MathElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;
type MathOperator = MathElement & {
  form?: 'prefix' | 'infix' | 'postfix';
  separator?: 'true';
  stretchy?: 'false';
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: MathElement;
      mfrac: MathElement;
      mrow: MathElement;
      mo: MathOperator;
      mi: MathElement;
      mn: MathElement;
      mspace: MathElement & { width: string };
      msqrt: MathElement;
      msub: MathElement;
      msup: MathElement;
      mtable: MathElement;
      mtd: MathElement;
      mtext: MathElement;
      mtr: MathElement;
      munder: MathElement;
    }
  }
}
