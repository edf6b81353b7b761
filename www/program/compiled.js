/** The program that a server sends, compiled while it arrives where the engine can and the server names the type. */
export async function compiled(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
