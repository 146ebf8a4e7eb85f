-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN     "description" VARCHAR(4000),
ADD COLUMN     "place" VARCHAR(200),
ADD COLUMN     "placeUrl" VARCHAR(500);

-- AlterTable
ALTER TABLE "RouteMapItem" ADD COLUMN     "description" VARCHAR(4000),
ADD COLUMN     "place" VARCHAR(200),
ADD COLUMN     "placeUrl" VARCHAR(500);
