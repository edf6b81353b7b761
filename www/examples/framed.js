// Around the frame: gives it the height that its content asks for.
const frame = document.querySelector("iframe");

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== location.origin || data.type !== "checkup-height") return;
  frame.style.blockSize = `${data.height}px`;
});
