// The program as JavaScript inside the single file: a script of its own, added only where it is needed.
import plain from "../plain/program.js";

self.WebAssembly = plain;
