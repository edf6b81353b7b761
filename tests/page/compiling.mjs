// What TypeScript thinks of a program that uses the element or the screenless program.
import { ts, textOf } from "./reading.mjs";
import { ROOT } from "./source.mjs";

const OPTIONS = {
  allowJs: true,
  checkJs: true,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipDefaultLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** Where the build puts types, as the scripts of examples/ see it. */
const BUILT = { "www/engine/loan-checkup-engine.d.ts": "www/engine.d.ts" };

/** What the compiler has read of its own library, which is large. */
const read = new Map();

/** The complaints about files of the repository, or about others with the texts that are given, by path. */
export function complaints(paths, given = {}, options = {}) {
  const texts = new Map(Object.entries(given).map(([path, text]) => [`${ROOT}${path}`, text]));
  for (const [path, source] of Object.entries(BUILT)) texts.set(`${ROOT}${path}`, textOf(source));
  const all = { ...OPTIONS, ...options };
  const host = ts.createCompilerHost(all);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.directoryExists = () => true; // some are only in the build
  host.getSourceFile = (path, ...others) => {
    const file = read.get(path) || getSourceFile(path, ...others);
    if (path.startsWith(host.getDefaultLibLocation())) read.set(path, file);
    return file;
  };
  const roots = [...paths, ...Object.keys(given), "www/element.d.ts"].map((path) => `${ROOT}${path}`);
  const found = ts.getPreEmitDiagnostics(ts.createProgram(roots, all, host));
  return found.map(({ file, start, messageText }) => {
    const place = file ? `${file.fileName.slice(ROOT.length)}:${file.getLineAndCharacterOfPosition(start).line + 1}: ` : "";
    return place + ts.flattenDiagnosticMessageText(messageText, "\n");
  });
}
