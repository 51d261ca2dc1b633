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
        theme: { customCss: ['react-pancake/style.css', './src/css/custom.css'] },
      },
    ],
  ],
};
