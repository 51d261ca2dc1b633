import createMDX from '@next/mdx';

export default createMDX()({
  pageExtensions: ['jsx', 'mdx'],
  reactStrictMode: true,
});
