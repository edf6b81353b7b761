// What goes out to a native shell around the page, where there is one.

/** Of all messages, in both directions. */
export const VERSION = 1;

/**
 * Tells the shell something: ids and counts, never an answer. The handler of an iOS shell gets an object, the object
 * that Android and HarmonyOS put into the page gets JSON. Without a shell, or with one that fails, nothing happens.
 */
export function tell(type, details) {
  const message = Object.assign({ version: VERSION, type }, details);
  try {
    window.webkit.messageHandlers.loanCheckup.postMessage(message);
  } catch (none) {
    try {
      window.LoanCheckupHost.postMessage(JSON.stringify(message));
    } catch (neither) {
      // Nobody listens.
    }
  }
}
