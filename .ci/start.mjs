// npm start: installs what is missing, then opens Storybook on port 6006.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();

const { env, platform, stdout } = process;
const hasScreen = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
const canOpen = stdout.isTTY && hasScreen && !env['CI'];

// Storybook's own program, in this process: what stops this one stops it.
const storybook = path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
const options = ['--port', '6006', '--disable-telemetry', '--no-version-updates'];
if (!canOpen) options.push('--ci'); // asks nothing, opens no window
process.argv.splice(1, 1, storybook, 'dev', ...options);
env['STORYBOOK_DISABLE_TELEMETRY'] = '1';
process.chdir(root);
await import(pathToFileURL(storybook).href);
