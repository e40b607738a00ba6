// The peers, installed from npm into a cache outside the checkout; their scripts are never run.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";

const cache = process.env.CARTOUCHE_PEERS ??
  `${process.env.XDG_CACHE_HOME ?? `${homedir()}/.cache`}/cartouche/peers`;

function prefixOf({ npm }) {
  return `${cache}/${npm.replaceAll(/[@/]+/g, "-").replace(/^-/, "")}`;
}

/** Where the package of a peer (`npm`: name@version) is, or will be. */
export function peerFolder(peer) {
  return `${prefixOf(peer)}/node_modules/${peer.npm.slice(0, peer.npm.lastIndexOf("@"))}`;
}

function install(peer) {
  console.error(`Installing ${peer.npm}`);
  const prefix = prefixOf(peer);
  mkdirSync(prefix, { recursive: true });
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  return spawnSync("npm", ["install", "--prefix", prefix, ...flags, peer.npm], { encoding: "utf8" });
}

/** Installs what is missing. Gives, for the id of each subject that cannot be measured, the reason. */
export function ensurePeers(subjects) {
  const missing = {};
  for (const peer of subjects.filter(({ npm }) => npm)) {
    if (peer.package.every(([, file]) => existsSync(file))) {
      continue;
    }
    const { status, stderr, error } = install(peer);
    if (status !== 0) {
      const reason = error?.message ?? stderr.trim().split("\n")[0];
      missing[peer.id] = `npm could not install ${peer.npm}: ${reason}`;
    }
  }
  return missing;
}
