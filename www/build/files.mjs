// Files of a build: where they are, and the hashes by which a copy of one is known.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The names of all files below a folder, seen from it and with slashes, in their order. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

const hashOf = (bytes, kind, form) => createHash(kind).update(bytes).digest(form);

/** So many hexadecimal digits by which a build is told from any other. */
export const markOf = (bytes, digits = 8) => hashOf(bytes, "sha256", "hex").slice(0, digits);

/** What an integrity attribute says of a file. */
export const integrityOf = (bytes) => `sha384-${hashOf(bytes, "sha384", "base64")}`;

/** What a content policy says of a script or style that stands in the page. */
export const permissionOf = (text) => `sha256-${hashOf(text, "sha256", "base64")}`;
