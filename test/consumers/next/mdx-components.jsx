import Link from 'next/link';
import * as figures from 'react-pancake/lazy';

// Every figure is there in every page, without an import.
const components = { ...figures, a: Link };

export const useMDXComponents = () => components;
