# MSK with its own configuration, in three zones.
terraform {
  required_version = ">= 1.5"
}

variable "log_retention_hours" {
  type    = number
  default = 168
}

resource "aws_msk_configuration" "events" {
  name           = "events"
  kafka_versions = ["3.6.0"]

  server_properties = <<-PROPERTIES
    auto.create.topics.enable = true
    default.replication.factor = 3
      min.insync.replicas = 1

    # how long
    log.retention.hours = ${var.log_retention_hours}
    offsets.topic.replication.factor = 2
    unclean.leader.election.enable = true
    num.partitons = 6
  PROPERTIES
}

resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type  = "kafka.m5.large"
    client_subnets = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]
    storage_info {
      ebs_storage_info {
        volume_size = 100
      }
    }
  }

  configuration_info {
    arn      = aws_msk_configuration.events.arn
    revision = aws_msk_configuration.events.latest_revision
  }
}

# nothing is said of unclean elections: MSK allows them
resource "aws_msk_configuration" "small" {
  name              = "small"
  server_properties = "default.replication.factor=2\nmin.insync.replicas=2\n"
}

resource "aws_msk_cluster" "small" {
  kafka_version          = "3.7.x"
  number_of_broker_nodes = 2
  broker_node_group_info {
    instance_type  = "kafka.t3.small"
    client_subnets = ["subnet-1", "subnet-2"]
  }
  configuration_info {
    arn      = "${aws_msk_configuration.small.arn}"
    revision = 1
  }
}
