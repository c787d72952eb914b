/* Keeps the time of the rounds on the beamer. All of the plan stands in the page, so it needs no network once it is
   open. Where it stands is kept in the browser: a page that is loaded again goes on as if nothing had been. */
(function () {
  "use strict";

  var beamer = document.getElementById("beamer");
  var rounds = Array.prototype.slice.call(document.querySelectorAll(".beamer-round"));
  if (!beamer || rounds.length === 0) {
    return;
  }
  var talk = Number(beamer.dataset.minutes) * 60000;
  var change = Number(beamer.dataset.change) * 60000;
  var key = "speed-dating " + beamer.dataset.session + " " + beamer.dataset.revision;
  var phase = document.getElementById("phase");
  var left = document.getElementById("left");
  var start = document.getElementById("start");
  var bell = null;

  /* ends: when the phase ends, while it runs; rest: what is left of it, while it does not. */
  var state = stored() || waiting(Math.min(Number(beamer.dataset.done), rounds.length - 1));

  function waiting(round) {
    return { round: round, phase: "waits", rest: talk, ends: 0 };
  }

  function stored() {
    try {
      var kept = JSON.parse(localStorage.getItem(key));
      return kept && kept.round >= 0 && kept.round < rounds.length ? kept : null;
    } catch (unreadable) {
      return null;
    }
  }

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch (full) {
      /* It goes on without. */
    }
  }

  function runs() {
    return state.ends > 0;
  }

  /** A computer that slept may have missed several ends: each is taken at the moment when it was. */
  function catchUp(now) {
    var rang = false;
    while (runs() && now >= state.ends) {
      rang = true;
      if (state.phase === "talks" && state.round === rounds.length - 1) {
        state = { round: state.round, phase: "over", rest: 0, ends: 0 };
      } else if (state.phase === "talks" && change > 0) {
        state = { round: state.round + 1, phase: "changes", rest: 0, ends: state.ends + change };
      } else {
        var next = state.phase === "talks" ? state.round + 1 : state.round;
        state = { round: next, phase: "talks", rest: 0, ends: state.ends + talk };
      }
    }
    if (rang) {
      ring();
      keep();
    }
  }

  function show() {
    var now = Date.now();
    catchUp(now);
    var rest = runs() ? state.ends - now : state.rest;
    var seconds = Math.ceil(rest / 1000);
    var clock = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    var words = state.phase !== "over" && state.phase !== "waits" && !runs() ? "pauses" : state.phase;
    write(left, state.phase === "over" ? "" : clock);
    write(phase, beamer.dataset[words]);
    beamer.dataset.phase = words;
    beamer.classList.toggle("last-minute", state.phase === "talks" && runs() && rest <= 60000);
    rounds.forEach(function (round, number) {
      round.hidden = number !== state.round;
    });
    start.setAttribute("aria-pressed", String(runs()));
  }

  function write(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  function toggle() {
    var now = Date.now();
    if (runs()) {
      state = { round: state.round, phase: state.phase, rest: state.ends - now, ends: 0 };
    } else if (state.phase === "waits") {
      state = { round: state.round, phase: "talks", rest: 0, ends: now + talk };
    } else if (state.phase !== "over") {
      state = { round: state.round, phase: state.phase, rest: 0, ends: now + state.rest };
    }
    wake();
    keep();
    show();
  }

  function go(step) {
    var round = state.round + step;
    if (round >= rounds.length) {
      state = { round: state.round, phase: "over", rest: 0, ends: 0 };
    } else if (round >= 0) {
      state = waiting(round);
    }
    keep();
    show();
  }

  /** Two soft tones, where the browser lets a page sound that was touched before. */
  function ring() {
    if (!bell) {
      return;
    }
    [660, 880].forEach(function (pitch, place) {
      var tone = bell.createOscillator();
      var volume = bell.createGain();
      var from = bell.currentTime + place * 0.35;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.25, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + 1.2);
      tone.connect(volume).connect(bell.destination);
      tone.start(from);
      tone.stop(from + 1.3);
    });
  }

  /** Keeps the screen from going dark; also the first touch, from which on the bell may ring. */
  function wake() {
    if (!bell && window.AudioContext) {
      bell = new AudioContext();
    }
    if (navigator.wakeLock && document.visibilityState === "visible") {
      navigator.wakeLock.request("screen").catch(function () {
        /* Then it goes dark as it always did. */
      });
    }
  }

  function full() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (document.documentElement.requestFullscreen) {
      document.documentElement.requestFullscreen();
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    var onButton = event.target.closest && event.target.closest("button, a");
    if (event.key === " " && !onButton) {
      event.preventDefault();
      toggle();
    } else if (event.key === "ArrowRight" || event.key === "PageDown") {
      event.preventDefault();
      go(1);
    } else if (event.key === "ArrowLeft" || event.key === "PageUp") {
      event.preventDefault();
      go(-1);
    } else if (event.key === "f" || event.key === "F") {
      full();
    }
  });
  document.addEventListener("visibilitychange", function () {
    if (runs()) {
      wake();
    }
    show();
  });
  start.addEventListener("click", toggle);
  document.getElementById("previous").addEventListener("click", function () {
    go(-1);
  });
  document.getElementById("next").addEventListener("click", function () {
    go(1);
  });
  document.getElementById("full").addEventListener("click", full);

  document.querySelector(".beamer-clock").hidden = false;
  document.querySelector(".beamer-keys").hidden = false;
  show();
  setInterval(show, 250);
})();
