// Starts the real browsers: Chromium headless with software WebGL 2, Firefox headed under Xvfb.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const chromiumFlags = [
  "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
  "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--enable-precise-memory-info", "--js-flags=--expose-gc",
];

// Nothing that Firefox does by itself may reach for the network or cover the page.
const firefoxPreferences = {
  "app.update.enabled": false, "browser.safebrowsing.update.enabled": false, "browser.region.network.url": "",
  "browser.newtabpage.enabled": false, "browser.shell.checkDefaultBrowser": false, "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false, "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,", "toolkit.telemetry.enabled": false, "webgl.force-enabled": true,
  "dom.ipc.processCount": 1, "browser.startup.homepage_override.mstone": "ignore",
};

async function startXvfb() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data).trim()));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { display: `:${number}`, stop: () => server.kill() };
}

async function launchChromium() {
  const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: true, args: chromiumFlags, acceptInsecureCerts: true });
  return { name: "chromium", browser, close: () => browser.close() };
}

async function launchFirefox() {
  const screen = await startXvfb();
  const profile = await mkdtemp(join(tmpdir(), "cartouche-firefox-"));
  try {
    const browser = await puppeteer.launch({
      browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: false, userDataDir: profile,
      acceptInsecureCerts: true,
      extraPrefsFirefox: firefoxPreferences, env: { ...process.env, DISPLAY: screen.display, MOZ_DISABLE_CONTENT_SANDBOX: "1" },
    });
    const close = async () => {
      await browser.close();
      screen.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }); // it may still write there
    };
    return { name: "firefox", browser, close };
  } catch (error) {
    screen.stop();
    throw error;
  }
}

export const launchers = { chromium: launchChromium, firefox: launchFirefox };
