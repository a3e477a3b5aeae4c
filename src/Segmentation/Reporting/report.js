// The charts are complete pictures. Where plotly.js is there, or the reader asks for it, interactive ones take their place.
(() => {
  "use strict";
  const panel = document.getElementById("interactive");
  const button = panel.querySelector("button");
  const status = panel.querySelector("[role=status]");

  async function draw(figure) {
    const picture = figure.querySelector(".picture");
    const plot = document.createElement("div");
    plot.className = "plot";
    plot.style.minWidth = figure.dataset.width;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", picture.querySelector("title").textContent);
    picture.after(plot);
    try {
      const chart = JSON.parse(figure.querySelector("script").textContent);
      await window.Plotly.newPlot(plot, chart.data, chart.layout, { responsive: true, displaylogo: false, displayModeBar: false });
      picture.hidden = true;
      return true;
    } catch {
      plot.remove();
      return false;
    }
  }

  // A chart that is folded away has no width yet: it is drawn when it is unfolded.
  async function drawVisible() {
    const figures = [...document.querySelectorAll("figure.chart")].filter(figure => figure.checkVisibility() && !figure.querySelector(".plot"));
    let drawn = 0;
    for (const figure of figures) {
      drawn += await draw(figure) ? 1 : 0;
    }
    return drawn;
  }

  async function drawAll() {
    button.hidden = true;
    status.textContent = "Drawing the charts …";
    const drawn = await drawVisible();
    document.addEventListener("toggle", drawVisible, true);
    status.textContent = drawn === 0
      ? "The charts could not be drawn anew; the pictures stay."
      : "The charts are interactive: point at a mark for its values, drag to zoom, double-click to zoom out.";
  }

  function load(address, integrity) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      if (integrity) {
        script.integrity = integrity;
        script.crossOrigin = "anonymous";
      }
      script.onload = () => window.Plotly ? resolve() : reject(new Error(address));
      script.onerror = () => reject(new Error(address));
      script.src = address;
      document.head.append(script);
    });
  }

  async function ask() {
    button.disabled = true;
    status.textContent = "Loading plotly.js …";
    try {
      await load("{file}").catch(() => load("{address}", "{integrity}"));
    } catch {
      button.disabled = false;
      status.textContent = "plotly.js could not be loaded; the charts stay as they are.";
      return;
    }
    await drawAll();
  }

  // Tables that are wider than their room say so.
  const room = new ResizeObserver(entries => {
    for (const { target } of entries) {
      target.previousElementSibling.hidden = target.scrollWidth <= target.clientWidth;
    }
  });
  document.querySelectorAll(".scroll").forEach(block => room.observe(block));

  // Where a link leads is unfolded; on paper everything is.
  function unfold() {
    for (let fold = document.getElementById(location.hash.slice(1))?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }
  let folded = [];
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach(fold => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach(fold => { fold.open = false; }));
  unfold();

  button.addEventListener("click", ask);
  panel.hidden = false;
  if (window.Plotly) {
    drawAll();
  }
})();
