-- Tables of every domain. The walls (roles, row security, constraints, narrow functions) follow in the next migration.
create extension if not exists pg_trgm;


-- CreateEnum
CREATE TYPE "PriceListKind" AS ENUM ('current', 'preview');

-- CreateEnum
CREATE TYPE "PriceListImportStatus" AS ENUM ('running', 'completed', 'failed');

-- CreateEnum
CREATE TYPE "TermDuration" AS ENUM ('P1M', 'P1Y', 'P3Y', 'none');

-- CreateEnum
CREATE TYPE "BillingCycle" AS ENUM ('monthly', 'annual', 'triennial', 'one_time');

-- CreateEnum
CREATE TYPE "CustomerSegment" AS ENUM ('none', 'education', 'government', 'nonprofit');

-- CreateEnum
CREATE TYPE "CustomerAgreementStatus" AS ENUM ('missing', 'attested', 'accepted');

-- CreateEnum
CREATE TYPE "CustomerReviewStatus" AS ENUM ('ok', 'under_review', 'not_approved');

-- CreateEnum
CREATE TYPE "RelationshipState" AS ENUM ('pending', 'active', 'removed');

-- CreateEnum
CREATE TYPE "RelationshipOrigin" AS ENUM ('created_by_partner', 'invitation', 'joint_invitation');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('active', 'disabled');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('vendor_operator', 'indirect_provider', 'indirect_reseller', 'customer');

-- CreateEnum
CREATE TYPE "VettingStatus" AS ENUM ('pending', 'authorized', 'rejected');

-- CreateEnum
CREATE TYPE "ProgramStatus" AS ENUM ('qualified_pending', 'qualified', 'active', 'restricted', 'suspended', 'declined', 'deauthorized');

-- CreateEnum
CREATE TYPE "PartnerLocationType" AS ENUM ('global', 'location');

-- CreateEnum
CREATE TYPE "AgreementType" AS ENUM ('partner_agreement', 'customer_agreement');

-- CreateEnum
CREATE TYPE "AgreementMethod" AS ENUM ('partner_attestation', 'direct_acceptance', 'online_signature');

-- CreateEnum
CREATE TYPE "DirectoryListingState" AS ENUM ('listed', 'hidden', 'change_requested');

-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('draft', 'sent', 'opened', 'accepted', 'declined', 'expired', 'revoked');

-- CreateEnum
CREATE TYPE "PartnershipState" AS ENUM ('active', 'removed');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('pending', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "OrderTransactionType" AS ENUM ('new', 'renew', 'addQuantity', 'removeQuantity', 'cancel', 'convert');

-- CreateEnum
CREATE TYPE "ProvisioningStatus" AS ENUM ('PrefulfillmentPending', 'Fulfilled', 'Unfulfilled');

-- CreateEnum
CREATE TYPE "SubscriptionStatus" AS ENUM ('pending', 'active', 'suspended', 'expired', 'disabled', 'deleted');

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sku" (
    "product_id" TEXT NOT NULL,
    "sku_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "segment" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "minimum_quantity" INTEGER NOT NULL DEFAULT 1,
    "maximum_quantity" INTEGER NOT NULL DEFAULT 10000000,
    "is_trial" BOOLEAN NOT NULL DEFAULT false,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sku_pkey" PRIMARY KEY ("product_id","sku_id")
);

-- CreateTable
CREATE TABLE "price_list_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "kind" "PriceListKind" NOT NULL,
    "status" "PriceListImportStatus" NOT NULL DEFAULT 'running',
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_accepted" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "rows_repaired" INTEGER NOT NULL DEFAULT 0,
    "bytes_total" BIGINT NOT NULL DEFAULT 0,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "prices_added" INTEGER NOT NULL DEFAULT 0,
    "prices_changed" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '[]',
    "failure_code" TEXT,
    "started_by_user_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "price_list_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price" (
    "id" UUID NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku_id" TEXT NOT NULL,
    "market" CHAR(2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "segment" TEXT NOT NULL,
    "term_duration" "TermDuration" NOT NULL,
    "billing_cycle" "BillingCycle" NOT NULL,
    "tier_minimum" INTEGER NOT NULL DEFAULT 0,
    "tier_maximum" INTEGER,
    "unit_price_minor" BIGINT NOT NULL,
    "erp_price_minor" BIGINT,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "effective_to" TIMESTAMPTZ(3),
    "import_id" UUID NOT NULL,

    CONSTRAINT "price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "reseller_id" UUID,
    "company_name" TEXT NOT NULL,
    "primary_domain" TEXT NOT NULL,
    "search_text" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "culture" TEXT NOT NULL DEFAULT 'en-US',
    "registration_id" TEXT,
    "segment" "CustomerSegment" NOT NULL DEFAULT 'none',
    "address" JSONB NOT NULL,
    "contact_first_name" TEXT NOT NULL,
    "contact_middle_name" TEXT,
    "contact_last_name" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "contact_phone" TEXT,
    "agreement_status" "CustomerAgreementStatus" NOT NULL DEFAULT 'missing',
    "review_status" "CustomerReviewStatus" NOT NULL DEFAULT 'ok',
    "relationship" "RelationshipState" NOT NULL DEFAULT 'active',
    "created_via" "RelationshipOrigin" NOT NULL DEFAULT 'created_by_partner',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "subscription_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "sign_in_name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "status" "UserStatus" NOT NULL DEFAULT 'active',
    "language" TEXT,
    "time_zone" TEXT,
    "theme" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_guest" BOOLEAN NOT NULL DEFAULT false,
    "status" "UserStatus" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "address" TEXT,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "company_name" TEXT NOT NULL,
    "primary_domain" TEXT NOT NULL,
    "custom_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "country" CHAR(2) NOT NULL,
    "csp_region" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "partner_id" TEXT,
    "legal_address" JSONB,
    "primary_contact" JSONB,
    "support_email" TEXT,
    "support_telephone" TEXT,
    "support_website" TEXT,
    "vetting_status" "VettingStatus" NOT NULL DEFAULT 'pending',
    "program_status" "ProgramStatus" NOT NULL DEFAULT 'qualified_pending',
    "agreement_signed_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL DEFAULT 'en',
    "culture" TEXT NOT NULL DEFAULT 'en-US',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_location" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "partner_id" TEXT NOT NULL,
    "type" "PartnerLocationType" NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "address" JSONB,
    "is_csp_associated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partner_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_card" (
    "viewer_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "company_name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "csp_region" TEXT NOT NULL,
    "primary_domain" TEXT NOT NULL,
    "partner_id" TEXT,
    "support_email" TEXT,
    "support_telephone" TEXT,
    "support_website" TEXT,
    "program_status" "ProgramStatus" NOT NULL,
    "agreement_signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_card_pkey" PRIMARY KEY ("viewer_id","subject_id")
);

-- CreateTable
CREATE TABLE "agreement_template" (
    "id" UUID NOT NULL,
    "type" "AgreementType" NOT NULL,
    "version_rank" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "country" CHAR(2),
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_acceptance" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "provider_id" UUID,
    "template_id" UUID NOT NULL,
    "method" "AgreementMethod" NOT NULL,
    "signatory_first_name" TEXT NOT NULL,
    "signatory_last_name" TEXT NOT NULL,
    "signatory_email" TEXT NOT NULL,
    "signatory_phone" TEXT,
    "date_agreed" DATE NOT NULL,
    "attested_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_listing" (
    "organisation_id" UUID NOT NULL,
    "state" "DirectoryListingState" NOT NULL DEFAULT 'listed',
    "description" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "specialities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "website" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "directory_listing_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "partnership_invitation" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "token_sealed" BYTEA NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'draft',
    "reusable" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'en',
    "recipient_email" TEXT,
    "email_text" TEXT,
    "consent_text_version" INTEGER NOT NULL DEFAULT 1,
    "created_by_user_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_organisation_id" UUID,
    "accepted_by_name" TEXT,
    "acceptance_count" INTEGER NOT NULL DEFAULT 0,
    "last_refusal_code" TEXT,
    "last_refusal_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partnership_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "reseller_id" UUID NOT NULL,
    "reseller_partner_id" TEXT NOT NULL,
    "reseller_country" CHAR(2) NOT NULL,
    "reseller_name" TEXT NOT NULL,
    "provider_name" TEXT NOT NULL,
    "invitation_id" UUID NOT NULL,
    "state" "PartnershipState" NOT NULL DEFAULT 'active',
    "reseller_search_text" TEXT NOT NULL,
    "provider_search_text" TEXT NOT NULL,
    "consent_text_version" INTEGER NOT NULL,
    "accepted_by_user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_user_id" UUID,
    "removal_text_version" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_user_id" UUID,
    "actor_name" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "failure_code" TEXT,
    "customer_id" UUID,
    "resource_type" TEXT,
    "resource_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "source" TEXT NOT NULL DEFAULT 'page',
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "organisation_id" UUID NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "sealed_content" BYTEA,
    "status" "MailStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "link" TEXT,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_by" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "actor_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("organisation_id","actor_id","operation","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "customer_order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "associated_reseller_id" UUID,
    "status" "OrderStatus" NOT NULL DEFAULT 'completed',
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "placed_by_user_id" UUID NOT NULL,
    "placed_by_name" TEXT NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "order_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "provider_id" UUID NOT NULL,
    "transaction_type" "OrderTransactionType" NOT NULL DEFAULT 'new',
    "product_id" TEXT NOT NULL,
    "sku_id" TEXT NOT NULL,
    "offer_name" TEXT NOT NULL,
    "term_duration" "TermDuration" NOT NULL,
    "billing_cycle" "BillingCycle" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reseller_of_record_id" UUID,
    "subscription_id" UUID,
    "provisioning" "ProvisioningStatus" NOT NULL DEFAULT 'Fulfilled',

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id","line_number")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "associated_reseller_id" UUID,
    "tenant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku_id" TEXT NOT NULL,
    "offer_name" TEXT NOT NULL,
    "friendly_name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "minimum_quantity" INTEGER NOT NULL,
    "maximum_quantity" INTEGER NOT NULL,
    "status" "SubscriptionStatus" NOT NULL DEFAULT 'active',
    "term_duration" "TermDuration" NOT NULL,
    "billing_cycle" "BillingCycle" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "commitment_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cancellable_until" TIMESTAMPTZ(3) NOT NULL,
    "auto_renew" BOOLEAN NOT NULL DEFAULT true,
    "reseller_of_record_id" UUID,
    "reseller_of_record_partner_id" TEXT,
    "support_contact_id" UUID NOT NULL,
    "update_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "licence_batch" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "reducible_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "licence_batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sku_search" ON "sku" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "price_list_import_started_at_idx" ON "price_list_import"("started_at" DESC);

-- CreateIndex
CREATE INDEX "price_catalogue" ON "price"("market", "currency", "segment", "product_id", "sku_id");

-- CreateIndex
CREATE INDEX "price_product_id_sku_id_idx" ON "price"("product_id", "sku_id");

-- CreateIndex
CREATE INDEX "price_import_id_idx" ON "price"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "price_natural_key" ON "price"("market", "currency", "segment", "product_id", "sku_id", "term_duration", "billing_cycle", "tier_minimum", "effective_from");

-- CreateIndex
CREATE INDEX "customer_tenant_id_idx" ON "customer"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_id_provider_id_key" ON "customer"("id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_sign_in_name_key" ON "user_account"("sign_in_name");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organisation_id_user_id_key" ON "membership"("organisation_id", "user_id");

-- CreateIndex
CREATE INDEX "user_session_user_id_revoked_at_idx" ON "user_session"("user_id", "revoked_at");

-- CreateIndex
CREATE INDEX "user_session_organisation_id_idx" ON "user_session"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_primary_domain_key" ON "organisation"("primary_domain");

-- CreateIndex
CREATE INDEX "organisation_kind_company_name_idx" ON "organisation"("kind", "company_name");

-- CreateIndex
CREATE UNIQUE INDEX "partner_location_partner_id_key" ON "partner_location"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_location_organisation_id_name_key" ON "partner_location"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "partner_card_subject_id_idx" ON "partner_card"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_template_type_version_rank_language_key" ON "agreement_template"("type", "version_rank", "language");

-- CreateIndex
CREATE INDEX "agreement_acceptance_organisation_id_idx" ON "agreement_acceptance"("organisation_id");

-- CreateIndex
CREATE INDEX "agreement_acceptance_provider_id_idx" ON "agreement_acceptance"("provider_id");

-- CreateIndex
CREATE INDEX "agreement_acceptance_template_id_idx" ON "agreement_acceptance"("template_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_invitation_token_hash_key" ON "partnership_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "partnership_invitation_provider_id_created_at_id_idx" ON "partnership_invitation"("provider_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "partnership_invitation_accepted_by_organisation_id_idx" ON "partnership_invitation"("accepted_by_organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_invitation_id_provider_id_key" ON "partnership_invitation"("id", "provider_id");

-- CreateIndex
CREATE INDEX "partnership_provider_id_state_reseller_search_text_id_idx" ON "partnership"("provider_id", "state", "reseller_search_text", "id");

-- CreateIndex
CREATE INDEX "partnership_reseller_id_state_provider_search_text_id_idx" ON "partnership"("reseller_id", "state", "provider_search_text", "id");

-- CreateIndex
CREATE INDEX "partnership_invitation_id_provider_id_idx" ON "partnership"("invitation_id", "provider_id");

-- CreateIndex
CREATE INDEX "audit_record_organisation_id_occurred_at_id_idx" ON "audit_record"("organisation_id", "occurred_at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_record_customer_id_idx" ON "audit_record"("customer_id");

-- CreateIndex
CREATE INDEX "audit_record_actor_user_id_idx" ON "audit_record"("actor_user_id");

-- CreateIndex
CREATE INDEX "domain_event_organisation_id_idx" ON "domain_event"("organisation_id");

-- CreateIndex
CREATE INDEX "mail_message_organisation_id_idx" ON "mail_message"("organisation_id");

-- CreateIndex
CREATE INDEX "mail_message_subject_id_created_at_idx" ON "mail_message"("subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notification_organisation_id_created_at_id_idx" ON "notification"("organisation_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_order_number_key" ON "customer_order"("number");

-- CreateIndex
CREATE INDEX "customer_order_customer_id_created_at_id_idx" ON "customer_order"("customer_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "customer_order_customer_id_provider_id_idx" ON "customer_order"("customer_id", "provider_id");

-- CreateIndex
CREATE INDEX "customer_order_provider_id_created_at_id_idx" ON "customer_order"("provider_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_order_id_provider_id_key" ON "customer_order"("id", "provider_id");

-- CreateIndex
CREATE INDEX "order_line_provider_id_idx" ON "order_line"("provider_id");

-- CreateIndex
CREATE INDEX "order_line_subscription_id_idx" ON "order_line"("subscription_id");

-- CreateIndex
CREATE INDEX "subscription_customer_id_provider_id_idx" ON "subscription"("customer_id", "provider_id");

-- CreateIndex
CREATE INDEX "subscription_customer_id_offer_name_id_idx" ON "subscription"("customer_id", "offer_name", "id");

-- CreateIndex
CREATE INDEX "subscription_order_id_provider_id_idx" ON "subscription"("order_id", "provider_id");

-- CreateIndex
CREATE INDEX "subscription_provider_id_reseller_of_record_id_idx" ON "subscription"("provider_id", "reseller_of_record_id");

-- CreateIndex
CREATE INDEX "subscription_provider_id_support_contact_id_idx" ON "subscription"("provider_id", "support_contact_id");

-- CreateIndex
CREATE INDEX "subscription_associated_reseller_id_created_at_id_idx" ON "subscription"("associated_reseller_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "subscription_tenant_id_offer_name_id_idx" ON "subscription"("tenant_id", "offer_name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_id_provider_id_key" ON "subscription"("id", "provider_id");

-- CreateIndex
CREATE INDEX "licence_batch_subscription_id_provider_id_added_at_idx" ON "licence_batch"("subscription_id", "provider_id", "added_at" DESC);

-- AddForeignKey
ALTER TABLE "sku" ADD CONSTRAINT "sku_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price" ADD CONSTRAINT "price_product_id_sku_id_fkey" FOREIGN KEY ("product_id", "sku_id") REFERENCES "sku"("product_id", "sku_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price" ADD CONSTRAINT "price_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "price_list_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_reseller_id_fkey" FOREIGN KEY ("reseller_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_location" ADD CONSTRAINT "partner_location_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_card" ADD CONSTRAINT "partner_card_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_card" ADD CONSTRAINT "partner_card_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_acceptance" ADD CONSTRAINT "agreement_acceptance_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_acceptance" ADD CONSTRAINT "agreement_acceptance_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "agreement_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_listing" ADD CONSTRAINT "directory_listing_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_invitation" ADD CONSTRAINT "partnership_invitation_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_reseller_id_fkey" FOREIGN KEY ("reseller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_invitation_id_provider_id_fkey" FOREIGN KEY ("invitation_id", "provider_id") REFERENCES "partnership_invitation"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_order" ADD CONSTRAINT "customer_order_customer_id_provider_id_fkey" FOREIGN KEY ("customer_id", "provider_id") REFERENCES "customer"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_provider_id_fkey" FOREIGN KEY ("order_id", "provider_id") REFERENCES "customer_order"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_customer_id_provider_id_fkey" FOREIGN KEY ("customer_id", "provider_id") REFERENCES "customer"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_order_id_provider_id_fkey" FOREIGN KEY ("order_id", "provider_id") REFERENCES "customer_order"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence_batch" ADD CONSTRAINT "licence_batch_subscription_id_provider_id_fkey" FOREIGN KEY ("subscription_id", "provider_id") REFERENCES "subscription"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;


