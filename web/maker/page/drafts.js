// Drafts are kept in this browser (IndexedDB): what a person did, and the table beside it.
globalThis.makerDrafts = (() => {
  const opening = new Promise((done) => {
    try {
      const asked = indexedDB.open("factframe drafts", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("drafts", { keyPath: "id" });
        asked.result.createObjectStore("tables", { keyPath: "id" });
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = asked.onblocked = () => done(undefined);
    } catch {
      done(undefined);
    }
  });
  const within = async (mode, work) => {
    const db = await opening;
    if (!db) return undefined;
    return new Promise((done) => {
      try {
        const change = db.transaction(["drafts", "tables"], mode);
        let result;
        change.oncomplete = () => done(result ?? true);
        change.onerror = change.onabort = () => done(undefined);
        work(change.objectStore("drafts"), change.objectStore("tables"), (asked) => { asked.onsuccess = () => { result = asked.result; }; });
      } catch {
        done(undefined);
      }
    });
  };
  let deleted;
  return {
    keep: async (record) => Boolean(await within("readwrite", (drafts) => drafts.put(record))),
    table: async (id, source) => source && within("readwrite", (_, tables) => tables.put({ id, source })),
    list: async () => {
      const all = await within("readonly", (drafts, _, take) => take(drafts.getAll()));
      return Array.isArray(all) ? all.sort((a, b) => (a.when < b.when ? 1 : -1)) : [];
    },
    get: async (id) => {
      const record = await within("readonly", (drafts, _, take) => take(drafts.get(id)));
      const table = await within("readonly", (_, tables, take) => take(tables.get(id)));
      return { record: record === true ? undefined : record, source: table?.source };
    },
    async remove(id) {
      const { record, source } = await this.get(id);
      deleted = { record, source };
      await within("readwrite", (drafts, tables) => {
        drafts.delete(id);
        tables.delete(id);
      });
    },
    async restore() {
      if (!deleted?.record) return;
      await this.keep(deleted.record);
      await this.table(deleted.record.id, deleted.source);
    },
  };
})();
