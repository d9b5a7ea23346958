// Loaded before blazor.web.js, which writes HTML and defines no policy of its own. Scripts and script addresses stay blocked.
if (window.trustedTypes) trustedTypes.createPolicy('default', { createHTML: html => html });
