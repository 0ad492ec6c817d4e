provider "kafka" {
  bootstrap_servers = ["localhost:9092"]
}

locals {
  topics = toset(["orders", "payments"])
}

resource "kafka_topic" "weak" {
  name               = "weak"
  replication_factor = 1
  partitions         = 100

  config = {
    "min.insync.replicas" = 1
    "segment.ms"          = "20000"
    "cleanup.policy"      = "compact"
  }
}

resource "kafka_topic" "equal" {
  for_each           = local.topics
  name               = each.value
  replication_factor = 2
  partitions         = var.partitions
  config = {
    "min.insync.replicas"            = "2", # both
    "unclean.leader.election.enable" = "true"
  }
}

resource "kafka_topic" "merged" {
  name               = "merged"
  replication_factor = var.replicas
  config = merge({
    "min.insync.replicas"            = "1"
    "unclean.leader.election.enable" = "true"
    }, var.more, {
    "min.insync.replicas" = "2"
    (var.key)             = "1"
  })
}

resource "kafka_topic" "unknown" {
  name               = "unknown"
  replication_factor = local.replicas
  config = {
    "min.insync.replicas" = var.min_isr
    "retention.ms"        = "${var.days * 86400000}"
    "cleanup.policy"      = var.compact ? "compact" : "delete"
  }
}

resource "confluent_kafka_topic" "orders" {
  kafka_cluster {
    id = confluent_kafka_cluster.basic.id
  }
  topic_name       = "orders"
  partitions_count = 4
  config = {
    "cleanup.policy"      = "delete"
    "min.insync.replicas" = "1"
    "retention.ms"        = "60480000x"
    "retention.mss"       = "1"
  }
}

resource "google_managed_kafka_topic" "orders" {
  topic_id           = "orders"
  partition_count    = 2
  replication_factor = 3
  configs = {
    "unclean.leader.election.enable" = "true"
  }
}
