// Style sheets of pages that mean no harm to figures, and reach into all that is on them.

/** Each by its kind. */
export const hostile = {
  'a reset like Tailwind’s': `
    *, ::after, ::before { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    html { line-height: 1.5; tab-size: 4; font-family: serif; }
    h1, h2, h3, h4, h5, h6, small, b, strong { font-size: inherit; font-weight: inherit; }
    a { color: inherit; text-decoration: inherit; }
    code, kbd, samp, pre { font-family: monospace; font-size: 1em; }
    table { text-indent: 0; border-color: inherit; border-collapse: collapse; }
    button, input, select, optgroup, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
    ol, ul, menu { list-style: none; }
    img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
    img, video, canvas { max-width: 100%; height: auto; }
    summary { display: list-item; }
    [hidden]:where(:not([hidden='until-found'])) { display: none !important; }`,
  'the same in a layer': `
    @layer base {
      *, ::after, ::before { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
      button, input, select, textarea { font: inherit; border-radius: 0; background-color: transparent; }
      ol, ul { list-style: none; }
      table { border-collapse: collapse; }
      canvas, img { max-width: 100%; height: auto; }
    }`,
  'a base like Bootstrap’s': `
    *, *::before, *::after { box-sizing: border-box; }
    body { margin: 0; font: 400 1.25rem/1.8 Georgia, serif; color: rebeccapurple; text-align: center; }
    p { margin-top: 0; margin-bottom: 1rem; }
    dl, ol, ul, figure { margin: 0 0 1rem; }
    dd { margin-bottom: .5rem; margin-left: 0; }
    label { display: inline-block; margin-bottom: .5rem; }
    button, input { overflow: visible; }
    button:focus:not(:focus-visible) { outline: 0; }
    table { caption-side: bottom; border-collapse: collapse; }
    caption { padding: .5rem; color: #6c757d; }
    th { text-align: inherit; }
    legend { float: left; width: 100%; font-size: 1.5rem; }
    img, svg { vertical-align: middle; }
    mark { padding: .2em; background: #fcf8e3; }
    progress { vertical-align: baseline; }
    summary { display: list-item; cursor: pointer; }`,
  'a theme without classes': `
    * { box-sizing: content-box; }
    body { font: italic 22px/2 'Comic Sans MS', cursive; letter-spacing: .06em; word-spacing: .2em; }
    article { text-align: justify; text-indent: 2em; text-transform: lowercase; hyphens: auto; white-space: pre-line; }
    article p { margin: 1.4em 0; font-size: 20px; line-height: 2; color: darkred; }
    article p::before { content: '¶'; }
    article span, article b { color: green; letter-spacing: 1px; }
    article table { width: 100%; margin: 2em 0; border: 2px solid; }
    article table tr:nth-child(odd) td { padding: 12px; border: 1px solid #ccc; background: #eee; }
    article th { padding: 1em; background: navy; color: white; }
    article button { margin: 8px; padding: 1em 2em; border: 0; border-radius: 99px; background: #0a7; color: #fff; font-size: 1.2em; text-transform: uppercase; box-shadow: 0 2px 6px #0008; }
    article button:hover { background: #085; }
    article input, article select, article textarea { display: block; width: 100%; padding: 1em; border: 3px double; }
    article label { display: block; font-weight: bold; }
    article svg { max-width: 100%; height: auto; overflow: hidden; fill: currentColor; }
    article svg path, article svg circle, article svg rect { fill: red; stroke: lime; stroke-width: 5; opacity: .5; }
    article svg text { font-size: 24px; fill: blue; }
    article canvas, article img { max-width: 50%; height: auto; border: 1px solid; }
    article ul { margin-left: 3em; list-style: square; } article li { margin: 1em; }
    article dl { display: grid; } article dt { font-weight: bold; } article dd { margin-left: 4em; }
    article code, article pre { padding: .4em; border-radius: 4px; background: #222; color: #eee; font-size: 120%; }
    article details { padding: 1em; border: 1px solid; }
    article fieldset { padding: 2em; border: 4px groove; } article legend { color: red; }
    article math { font-size: 2em; color: purple; }
    article small { font-size: 8px; } article i, article em { font-style: normal; } article sup { font-size: 60%; }
    figure { display: grid; margin: 2em; padding: 1em; border: 1px solid; background: #fafafa; }
    figcaption { text-align: center; font-style: italic; }`,
  'a style of drawings': `
    svg { overflow: visible; shape-rendering: crispEdges; stroke-linejoin: bevel; }
    svg :is(path, circle, rect, line, polyline, polygon, ellipse) {
      fill: gold; fill-opacity: .4; fill-rule: evenodd; clip-rule: evenodd;
      stroke: navy; stroke-width: 3px; stroke-opacity: .6; stroke-dasharray: 4 2; stroke-dashoffset: 1px;
      stroke-linecap: round; stroke-linejoin: round; stroke-miterlimit: 9; paint-order: stroke; color: teal;
      vector-effect: non-scaling-stroke; shape-rendering: crispEdges; marker: url(#dot); opacity: .7;
      transform: scale(1.1); transform-box: fill-box; transform-origin: center; rotate: 3deg; scale: 1.2;
      translate: 2px 1px; offset: path('M0 0L9 9') 50%; will-change: transform; visibility: hidden;
      filter: blur(1px); mask: url(#soft); clip-path: circle(40%); mix-blend-mode: multiply; isolation: isolate;
      outline: 2px solid red; cursor: crosshair; pointer-events: none; content-visibility: auto;
      touch-action: none; forced-color-adjust: none; color-scheme: dark;
      animation: pulse 1s infinite; transition: fill 1s; margin: 3px; padding: 3px; border: 1px solid;
    }
    svg path { d: path('M0 0L5 5'); } svg circle { cx: 3px; cy: 3px; r: 7px; }
    svg rect { x: 3px; y: 3px; rx: 4px; ry: 4px; width: 9px; height: 9px; }
    svg g { opacity: .5; transform: rotate(2deg); } svg text, svg tspan { letter-spacing: 2px; text-anchor: end; }`,
} as const;
