// Runs before anything else on a page and notes the memory of its program: how large it is now is how large it ever
// was, because WebAssembly gives nothing back.
(() => {
  window.memoryOfTest = () => 0;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const made = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const result = await made.apply(WebAssembly, all);
      const { exports } = result.instance || result;
      const memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory);
      window.memoryOfTest = () => memory.buffer.byteLength;
      return result;
    };
  }
})();
