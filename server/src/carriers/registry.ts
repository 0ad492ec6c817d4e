import type { Carrier } from './carrier.js';
import { plain } from './plain.js';
import { springBoot } from './spring-boot.js';

/** Every carrier; each says by itself which documents it reads. */
export const carriers: readonly Carrier[] = [plain, springBoot];
