// The API report: what each entry exports, with its types, as a file in etc/ that is checked in. So a
// change of the public API is seen in review. `npm run api` writes the reports anew from dist, and
// with `--check` the run fails where a report is not what dist has.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const { name, exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const quiet = { logLevel: ExtractorLogLevel.None, addToApiReportFile: false };
/** The docstrings are in JSDoc's words, not in TSDoc's, and all that is exported is public. */
const messages = {
  compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
  extractorMessageReporting: { default: quiet },
  tsdocMessageReporting: { default: quiet },
};

/**
 * The entries with types of their own: one after another, an empty one as a style sheet's left out, and
 * `lazy`, whose types are those of the first (`test/types`).
 */
const entries = Object.entries(exports).flatMap(([key, value]) =>
  typeof value === 'object' && !/\*|\.css$|^\.\/lazy$/.test(key)
    ? [{ file: value.types, report: [name, key.slice(2)].filter(Boolean).join('-') }]
    : [],
);

let isGood = true;
for (const { file, report } of entries) {
  if (!existsSync(path.join(root, file))) {
    console.error(`${file} is missing: run npm run build first.`);
    process.exit(1);
  }
  const temporary = path.join(root, 'node_modules/.cache/pancake/api');
  mkdirSync(path.join(root, 'etc'), { recursive: true });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: path.join(root, file),
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ target: 'ES2023', lib: ['ES2023', 'DOM', 'DOM.Iterable'], module: 'ESNext' },
            ...{ moduleResolution: 'bundler', strict: true, skipLibCheck: true, types: [] },
          },
          files: [path.join(root, file)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: report,
        includeForgottenExports: true,
        reportFolder: path.join(root, 'etc'),
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages,
    },
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback: (message) => {
      // The compiler's own version, and where reports lie: nothing to know.
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  rmSync(temporary, { recursive: true, force: true });
  if (check && apiReportChanged) {
    console.error(`etc/${report}.api.md is not what ${file} has: run npm run api, and look at it.`);
    isGood = false;
  } else if (!succeeded) isGood = false;
  else console.log(`etc/${report}.api.md ${apiReportChanged ? 'is written anew' : 'holds'}.`);
}
process.exit(isGood ? 0 : 1);
