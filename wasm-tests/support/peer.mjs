// The Label Studio front end itself, where `./dev bench` has fetched it: the same pages run with its script in the place of ours.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { subjects } from "../bench/subjects.mjs";

const peer = subjects.find(({ id }) => id === "label-studio");
const fileOf = (suffix) => peer.package.map(([, file]) => file).find((file) => file.endsWith(suffix));

export const peerName = peer.name;
export const isPeerThere = [".js", ".css"].every((suffix) => existsSync(fileOf(suffix) ?? ""));

/** From now on, pages get its script where they ask for ours. Nothing is fetched from anywhere else. */
export async function usePeer(visit) {
  const script = await readFile(fileOf(".js"));
  const { page } = visit;
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    if (url.endsWith("/dist/cartouche.js")) {
      void request.respond({ contentType: "text/javascript", body: script });
    } else {
      void (url.startsWith(visit.server.url) || /^(data|blob):/.test(url) ? request.continue() : request.abort());
    }
  });
}

export async function addPeerStyles(visit) {
  await visit.page.addStyleTag({ content: await readFile(fileOf(".css"), "utf8") });
}

/** Presses what bears this text, with the mouse; a button once it can be pressed, since those that submit rest for a while. */
export async function pressPeer(visit, text) {
  const place = await visit.until(`the front end shows ${text}`, (wanted) => {
    const bare = (element) => element.textContent.replace(/\[[^\]]*\]$/, "").trim();
    const found = [...document.querySelectorAll("button, label, span")].filter((element) => bare(element) === wanted && element.getClientRects().length > 0).at(-1);
    found?.scrollIntoView({ block: "center" });
    const box = found?.closest("button:disabled") ? null : found?.getBoundingClientRect();
    return box && { x: box.x + Math.min(box.width / 2, 12), y: box.y + box.height / 2 };
  }, text);
  await visit.page.mouse.click(place.x, place.y);
}
