// Leads from the address of a receipt on a shared page to where the receipt is now. Without
// scripts the browser shows the link to it.
(() => {
  const lead = () => {
    const link = document.getElementById(location.hash.slice(1));
    if (!link?.href) return;
    const to = new URL(link.href);
    to.search = location.search; // how the page looks
    if (location.pathname.endsWith("/index.html")) to.pathname += "index.html"; // the host does not look for it
    location.replace(to);
  };
  lead();
  addEventListener("hashchange", lead);
})();
