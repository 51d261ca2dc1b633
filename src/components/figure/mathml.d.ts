// React renders MathML; its types do not know it.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type MathElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: MathElement;
      mfrac: MathElement;
      mrow: MathElement;
      mo: MathElement;
      mi: MathElement;
    }
  }
}
