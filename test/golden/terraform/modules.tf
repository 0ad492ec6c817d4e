module "msk_kafka_cluster" {
  source = "terraform-aws-modules/msk-kafka-cluster/aws"

  name                   = local.name
  kafka_version          = "3.5.1"
  number_of_broker_nodes = 3

  broker_node_client_subnets = module.vpc.private_subnets
  broker_node_instance_type  = "kafka.t3.small"

  configuration_name = "example-configuration"
  configuration_server_properties = {
    "auto.create.topics.enable"      = true
    "delete.topic.enable"            = true
    "unclean.leader.election.enable" = true
    "min.insync.replicas"            = 1
  }
}

module "kafka" {
  source          = "cloudposse/msk-apache-kafka-cluster/aws"
  version         = "2.0.0"
  kafka_version   = "2.4.1"
  broker_per_zone = 1
  subnet_ids      = ["subnet-1", "subnet-2"]
  properties = {
    "default.replication.factor" = "1"
  }
}

module "topic" {
  source             = "./kafka-topic"
  replication_factor = 1
}
