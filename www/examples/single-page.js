// A single-page application: the view of the address is drawn, the one before is taken away.
const views = {
  home() {
    const text = document.createElement("p");
    text.textContent = "请选一个主题。";
    return text;
  },
  checkup() {
    const checkup = document.createElement("loan-checkup");
    checkup.setAttribute("loading", "eager");
    return checkup;
  },
};

function draw() {
  const view = views[location.hash.slice(1)] || views.home;
  document.getElementById("view").replaceChildren(view());
}

addEventListener("hashchange", draw);
draw();
