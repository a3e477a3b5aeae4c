(function () {
  // Arrows, space and page keys go on and back, Home and End to the ends, n shows and hides the notes.
  var slides = Array.prototype.slice.call(document.querySelectorAll("main > section"));
  var current = 0;
  var controls = document.createElement("nav");
  controls.className = "controls";
  controls.setAttribute("aria-label", "Slides");
  controls.innerHTML = '<button type="button" aria-label="Previous slide">&#8592;</button>'
    + '<span aria-live="polite"></span><button type="button" aria-label="Next slide">&#8594;</button>';
  var buttons = controls.querySelectorAll("button");

  function show(index, withFragments) {
    current = Math.max(0, Math.min(index, slides.length - 1));
    slides.forEach(function (slide, i) { slide.classList.toggle("current", i === current); });
    fragments().forEach(function (fragment) { fragment.classList.toggle("shown", withFragments); });
    slides[current].scrollTop = 0;
    controls.querySelector("span").textContent = (current + 1) + " / " + slides.length;
    history.replaceState(null, "", "#" + (current + 1));
  }
  function fragments() { return Array.prototype.slice.call(slides[current].querySelectorAll(".fragment")); }
  function next() {
    var hidden = fragments().filter(function (fragment) { return !fragment.classList.contains("shown"); });
    if (hidden.length) hidden[0].classList.add("shown");
    else if (current < slides.length - 1) show(current + 1, false);
  }
  function previous() {
    var shown = fragments().filter(function (fragment) { return fragment.classList.contains("shown"); });
    if (shown.length) shown[shown.length - 1].classList.remove("shown");
    else if (current > 0) show(current - 1, true);
  }

  if (!slides.length) return;
  document.body.appendChild(controls);
  document.body.classList.add("presented");
  buttons[0].addEventListener("click", previous);
  buttons[1].addEventListener("click", next);
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var used = event.target.closest && event.target.closest("summary, button, a, input, select, textarea");
    if (used && (event.key === " " || event.key === "Enter")) return;
    var back = event.key === "ArrowLeft" || event.key === "ArrowUp" || event.key === "PageUp" || (event.key === " " && event.shiftKey);
    var on = event.key === "ArrowRight" || event.key === "ArrowDown" || event.key === "PageDown" || event.key === " ";
    if (back) previous();
    else if (on) next();
    else if (event.key === "Home") show(0, false);
    else if (event.key === "End") show(slides.length - 1, true);
    else if (event.key === "n") { document.body.classList.toggle("with-notes"); return; }
    else return;
    event.preventDefault();
  });
  window.addEventListener("hashchange", function () {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var slide = place && place.closest("main > section");
    if (slide) show(slides.indexOf(slide), true);
  });
  show((parseInt(location.hash.slice(1), 10) || 1) - 1, false);
})();
