import type { Client } from './client.js';
import type { Settings } from './node-files.js';

/*
 * The commands of the counting client that scenarios share, with the types of their answers. What they do is told in the Java class of the
 * same name.
 */

export interface Partition {
  /** -1 where there is none. */
  readonly leader: number;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
}

/** A topic with one partition, or as many as there are lists of replicas; the first replica is the preferred leader. */
export async function createTopic(client: Client, topic: string, config: Settings = {}, replicas = [[1, 2, 3]]): Promise<void> {
  await client.ask('CreateTopic', { topic, replicas, config });
}

/** The partitions of a topic by number. */
export function describeTopic(client: Client, topic: string): Promise<readonly Partition[]> {
  return client.ask('DescribeTopic', { topic }, 20_000);
}

/** The ids of the brokers that are up and not fenced. */
export function describeCluster(client: Client): Promise<readonly number[]> {
  return client.ask('DescribeCluster', {}, 20_000);
}

/** Raises the number of partitions of a topic. */
export async function createPartitions(client: Client, topic: string, total: number): Promise<void> {
  await client.ask('CreatePartitions', { topic, total });
}

/** Gives partition 0 these replicas in this order; the first one becomes the preferred leader, and leads only once it is elected. */
export async function reassign(client: Client, topic: string, replicas: readonly number[]): Promise<void> {
  await client.ask('Reassign', { topic, replicas });
}

/** Asks for an election in partition 0; fails where nobody is elected. */
export async function electLeader(client: Client, topic: string, election: 'PREFERRED' | 'UNCLEAN'): Promise<void> {
  await client.ask('ElectLeader', { topic, partition: 0, election });
}

export interface SendRequest {
  readonly topic: string;
  /** The values are this name with a number behind it, from 0. */
  readonly name: string;
  readonly count: number;
  /** Of the producer; null takes a default of the client away. */
  readonly config?: Readonly<Record<string, string | number | boolean | null>>;
  readonly partition?: number;
  readonly key?: string;
  /** Least length of a value. */
  readonly bytes?: number;
  readonly paceMs?: number;
  /** How far in the past the timestamps are. */
  readonly ageMs?: number;
  /** With a producer opened for this and closed behind it; else requests with the same configuration share one. */
  readonly fresh?: boolean;
}

export interface Sent {
  /** The values whose callback said that they were written. */
  readonly acknowledged: readonly string[];
  /** How many callbacks (or calls of send) brought which exception. */
  readonly failed: Readonly<Record<string, number>>;
  readonly message: string | null;
  readonly millis: number;
}

/** Sends records and waits until each was acknowledged or failed. */
export function send(client: Client, request: SendRequest): Promise<Sent> {
  return client.ask('Send', request);
}

/** The values of a topic, each as often as it is there, after writing a marker behind which everything acknowledged is readable. */
export function readAll(client: Client, topic: string): Promise<readonly string[]> {
  return client.ask('Read', { topic, mark: true });
}

/** The values of a topic as a consumer of that isolation level gets them. */
export function readIsolated(client: Client, topic: string, isolation: 'read_uncommitted' | 'read_committed'): Promise<readonly string[]> {
  return client.ask('Read', { topic, isolation });
}

/** Starts a group member that polls in the background. Its group is its name. */
export async function subscribe(client: Client, name: string, topic: string, config: Settings, askForPositions = false): Promise<void> {
  await client.ask('Subscribe', { name, topic, config, askForPositions });
}

export interface SubscriptionState {
  readonly assigned: number;
  /** Of how many partitions it is decided where they are read from; 0 where nobody asked for it. */
  readonly positioned: number;
  readonly received: readonly string[];
  readonly error?: string;
}

/** What a group member has got so far; with `stop` it leaves the group first. */
export function subscribed(client: Client, name: string, stop = false): Promise<SubscriptionState> {
  return client.ask('Subscribed', { name, stop });
}

/** How many partitions of the topic the open producer of that configuration knows of. */
export function partitionsSeen(client: Client, topic: string, config: Settings): Promise<number> {
  return client.ask('PartitionsSeen', { topic, config });
}
