// Names as mathematics: F12 with its digits as an index, ∂top/∂bottom as a fraction.

/** A name with its digits as an index, and the place of one of its numbers behind it. */
export function NameSymbol({ name, place = '' }: { name: string; place?: string }) {
  const [, letters, index] = /^(.*?)([\d.]*)$/.exec(name)!;
  const symbol =
    !index || !letters ? (
      <mi>{name}</mi>
    ) : (
      <msub>
        <mi>{letters}</mi>
        <mn>{index}</mn>
      </msub>
    );
  if (place === '') return symbol;
  return (
    <>
      {symbol}
      <mtext className="pancake-formula-place">{place}</mtext>
    </>
  );
}

interface PartialProps {
  top: string;
  bottom: string;
  topPlace?: string;
  bottomPlace?: string;
}

/** The two halves of a partial derivative. */
export function PartialSymbol({ top, bottom, topPlace = '', bottomPlace = '' }: PartialProps) {
  return (
    <mfrac>
      <mrow>
        <mo>∂</mo>
        <NameSymbol name={top} place={topPlace} />
      </mrow>
      <mrow>
        <mo>∂</mo>
        <NameSymbol name={bottom} place={bottomPlace} />
      </mrow>
    </mfrac>
  );
}

/** A partial derivative that stands alone, as on a tile. */
export function Fraction(props: PartialProps) {
  return (
    <math>
      <PartialSymbol {...props} />
    </math>
  );
}
