export default {
  title: 'Docusaurus',
  url: 'https://example.org',
  baseUrl: '/',
  favicon: 'data:,',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/' },
        blog: false,
        theme: { customCss: './src/css/custom.css' },
      },
    ],
  ],
};
