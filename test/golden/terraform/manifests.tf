resource "kubernetes_manifest" "topic" {
  manifest = {
    apiVersion = "kafka.strimzi.io/v1beta2"
    kind       = "KafkaTopic"
    metadata = {
      name   = "orders"
      labels = { "strimzi.io/cluster" = "kafka" }
    }
    spec = {
      partitions = 3
      replicas   = 2
      config = {
        "min.insync.replicas" = 2
      }
    }
  }
}

resource "kubernetes_manifest" "kafka" {
  manifest = {
    apiVersion = "kafka.strimzi.io/v1beta2"
    kind       = "Kafka"
    metadata = {
      name      = "kafka"
      namespace = var.namespace
    }
    spec = {
      kafka = {
        version  = "3.8.0"
        replicas = var.replicas
        config = {
          "default.replication.factor"     = 3
          "min.insync.replicas"            = var.min_isr
          "unclean.leader.election.enable" = true
          "log.dirs"                       = "/tmp"
        }
        storage = {
          type = "ephemeral"
        }
      }
    }
  }
}
