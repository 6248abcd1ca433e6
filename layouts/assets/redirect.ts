// Script of a redirect page: goes on to the new address and keeps the fragment, which a meta refresh would drop.

const link = document.querySelector<HTMLAnchorElement>("a[data-redirect]");

// The target is a link that the build wrote; only the fragment comes from the address.
if (link !== null) location.replace(link.href + (link.hash === "" ? location.hash : ""));
