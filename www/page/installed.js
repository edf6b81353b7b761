// Keeps the page for the time without a network, and says when there is newer knowledge.

const notice = document.getElementById("checkup-newer");
const failure = document.getElementById("checkup-failure");

// Goes over to the build that waits or will do so in a moment; the answers are gone with the page.
function useNewer({ waiting, installing }) {
  const newer = waiting || installing;
  newer.onstatechange = () => {
    if (newer.state === "activated") location.reload();
  };
  newer.postMessage("use");
}

/**
 * To be called when the page works. That a page cannot be kept is no error: it goes on as it is.
 *
 * The build puts in the constant WORKER: the address of the worker, or null on a page that is being worked on.
 */
export async function keep() {
  try {
    const { serviceWorker } = navigator; // missing where the page did not come safely, denied in a frame without origin
    if (!WORKER || !serviceWorker) return;
    const registration = await serviceWorker.register(WORKER);
    const use = () => useNewer(registration);
    notice.querySelector("button").onclick = use;
    serviceWorker.onmessage = ({ data }) => {
      const { hasFailed, ready } = self.loanCheckupPage;
      // Where the kept build has failed, there may be nothing to lose.
      if (!failure.hidden || (hasFailed && !ready.isTouched())) use();
      else if (hasFailed || data === "knowledge") notice.hidden = false;
    };
    if (registration.waiting) registration.waiting.postMessage("tell");
  } catch (error) {}
}
