// folium's popups and `keep_in_front` use jQuery for these two things.
if (!window.jQuery) {
  window.$ = function (what) {
    if (what === document) return { ready: function (run) { document.addEventListener('DOMContentLoaded', run); } };
    const template = document.createElement('template');
    template.innerHTML = String(what).trim();
    return template.content.childNodes;
  };
}
