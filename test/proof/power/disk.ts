import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A disk of our own whose power can be cut: an ext4 file system in a file, which its own ioctl shuts down at once. What was
 * not flushed by then never gets there, as when a machine loses its power; only root may do that.
 */
export type Disk = {
  /** Where it is mounted. */
  readonly folder: string;
  /** @returns when the power began to go, in seconds of the monotonic clock: nothing that ends later would have, on a machine */
  cut(): number;
  /** The machine starts again: the file system is mounted anew, and repairs itself from its journal. */
  restart(): Promise<void>;
  remove(): Promise<void>;
};

const SIZE = 512 * 1024 * 1024;
/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: nothing more is written, the file system's own journal included. */
const CUT = `
  use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
  my $flag = pack("L", 2);
  open(my $disk, "<", $ARGV[0]) or die "open: $!";
  my $now = clock_gettime(CLOCK_MONOTONIC);
  ioctl($disk, 0x8004587D, $flag) or die "ioctl: $!";
  printf("%.9f", $now);`;
/** A program that was just killed may still be letting go. */
const PATIENCE_MS = 10_000;

export function freshDisk(): Disk {
  const home = mkdtempSync(join(base(), 'bij-twijfel-power-'));
  chmodSync(home, 0o755);
  const [image, folder] = [join(home, 'image'), join(home, 'disk')];
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, SIZE);
  run('mkfs.ext4', '-q', '-F', image);
  const mount = () => void run('mount', '-o', 'loop', image, folder);
  const unmount = async () => {
    for (const until = Date.now() + PATIENCE_MS; ; await wait(50)) {
      try {
        run('umount', folder);
        return;
      } catch (cause) {
        if (Date.now() > until) throw cause;
      }
    }
  };
  mount();
  return {
    folder,
    cut: () => Number(run('perl', '-e', CUT, folder)),
    restart: async () => {
      await unmount();
      mount();
    },
    remove: async () => {
      await unmount();
      rmSync(home, { recursive: true });
    },
  };
}

/** Why the power of no disk can be cut here; undefined when it can. */
export async function whyNot(): Promise<string | undefined> {
  try {
    const disk = freshDisk();
    const file = join(disk.folder, 'unflushed');
    writeFileSync(file, 'x'.repeat(10_000));
    disk.cut();
    await disk.restart();
    await disk.remove();
    return undefined;
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    return said === '' ? String(cause) : said;
  }
}

/** In memory where that can be: the file system on it is what is proved, and the machine's own disk may rest. */
function base(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
}
